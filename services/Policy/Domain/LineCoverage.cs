using System.Collections.Frozen;
using Portal.Contracts;

namespace Portal.Policies.Domain;

/// <summary>Which parts of a coverage a line of business has, as its declarations page and a certificate show them.</summary>
internal sealed record LineCoverage
{
    private static readonly LineCoverage Liability = new()
    {
        Limits = [LimitKind.EachOccurrence, LimitKind.GeneralAggregate, LimitKind.Deductible, LimitKind.Retention],
        Required = [LimitKind.EachOccurrence],
        HasForm = true,
    };

    private static readonly FrozenDictionary<PolicyLine, LineCoverage> Lines = new Dictionary<PolicyLine, LineCoverage>
    {
        [PolicyLine.GeneralLiability] = new()
        {
            Limits =
            [
                LimitKind.EachOccurrence, LimitKind.DamageToRentedPremises, LimitKind.MedicalExpense,
                LimitKind.PersonalAndAdvertisingInjury, LimitKind.GeneralAggregate,
                LimitKind.ProductsCompletedOperationsAggregate, LimitKind.Deductible, LimitKind.Retention,
            ],
            Required = [LimitKind.EachOccurrence, LimitKind.GeneralAggregate],
            HasForm = true,
            HasAggregateScope = true,
        },
        [PolicyLine.Auto] = new()
        {
            Limits = [LimitKind.CombinedSingleLimit, LimitKind.Deductible],
            Required = [LimitKind.CombinedSingleLimit],
            HasAutoScopes = true,
        },
        [PolicyLine.Umbrella] = Liability,
        [PolicyLine.Excess] = Liability,
        [PolicyLine.WorkersCompensation] = new()
        {
            Limits =
            [
                LimitKind.ElEachAccident, LimitKind.ElDiseaseEachEmployee, LimitKind.ElDiseasePolicyLimit, LimitKind.Deductible,
            ],
            Required = [LimitKind.ElEachAccident, LimitKind.ElDiseaseEachEmployee, LimitKind.ElDiseasePolicyLimit],
            HasStatute = true,
        },
        [PolicyLine.Professional] = Liability,
        [PolicyLine.Cyber] = Liability,
        [PolicyLine.Pollution] = Liability,
        [PolicyLine.Crime] = Liability,
        [PolicyLine.InlandMarine] = Liability,
        [PolicyLine.Property] = new()
        {
            Limits = [LimitKind.BuildingLimit, LimitKind.Deductible],
            Required = [LimitKind.BuildingLimit],
        },
    }.ToFrozenDictionary();

    /// <summary>Amounts that the line can state.</summary>
    public required IReadOnlyList<LimitKind> Limits { get; init; }

    /// <summary>Amounts without which a policy of the line covers nothing that a certificate could show.</summary>
    public required IReadOnlyList<LimitKind> Required { get; init; }

    /// <summary>Whether cover is triggered by occurrence or by claim.</summary>
    public bool HasForm { get; init; }

    /// <summary>Whether the aggregate can apply per project or location (CG 25 03, CG 25 04).</summary>
    public bool HasAggregateScope { get; init; }

    public bool HasAutoScopes { get; init; }

    /// <summary>Whether cover follows a state's statute and names excluded officers.</summary>
    public bool HasStatute { get; init; }

    public static LineCoverage Of(PolicyLine line) => Lines[line];
}
