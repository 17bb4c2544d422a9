using Portal.Contracts.Policies;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Integration;

/// <summary>Policies and clients as the contracts carry them.</summary>
internal static class Snapshots
{
    public static PolicySnapshot Of(Policy policy)
    {
        var term = policy.Current;
        return new PolicySnapshot
        {
            PolicyId = policy.Id.Value,
            Version = policy.Revision,
            Line = policy.Line,
            Status = policy.Status,
            Number = term.Number,
            CarrierName = term.Carrier.Name,
            CarrierNaic = term.Carrier.Naic,
            AmBestRating = term.Carrier.AmBestRating,
            AmBestSize = term.Carrier.AmBestSize,
            Effective = term.Effective,
            Expiration = term.Expiration,
            Form = term.Coverage.Form,
            Limits = Of(term.Coverage.Limits),
            AggregateAppliesPer = term.Coverage.AggregateAppliesPer,
            AutoScopes = [.. term.Coverage.AutoScopes],
            PerStatute = term.Coverage.PerStatute,
            OfficersExcluded = term.Coverage.OfficersExcluded,
            Endorsements = [.. term.Coverage.Endorsements],
        };
    }

    /// <summary>What certificates show of a client's policies: all but the cancelled ones, by line.</summary>
    public static PolicySnapshot[] Shown(IEnumerable<Policy> policies) =>
    [
        .. policies.Where(policy => policy.Status != PolicyStatus.Cancelled)
            .OrderBy(policy => policy.Line).ThenBy(policy => policy.Id).Select(Of),
    ];

    public static PolicyLimits Of(Limits limits) => new()
    {
        EachOccurrence = limits.EachOccurrence,
        DamageToRentedPremises = limits.DamageToRentedPremises,
        MedicalExpense = limits.MedicalExpense,
        PersonalAndAdvertisingInjury = limits.PersonalAndAdvertisingInjury,
        GeneralAggregate = limits.GeneralAggregate,
        ProductsCompletedOperationsAggregate = limits.ProductsCompletedOperationsAggregate,
        CombinedSingleLimit = limits.CombinedSingleLimit,
        Retention = limits.Retention,
        ElEachAccident = limits.ElEachAccident,
        ElDiseaseEachEmployee = limits.ElDiseaseEachEmployee,
        ElDiseasePolicyLimit = limits.ElDiseasePolicyLimit,
        Deductible = limits.Deductible,
        BuildingLimit = limits.BuildingLimit,
    };

    public static InsuredSnapshot Of(Account account) => new()
    {
        ClientRef = account.ClientRef,
        LegalName = account.LegalName,
        Dba = account.Dba,
        Address = account.Address,
    };
}
