using Portal.Contracts.Policies;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies;

/// <summary>A policy's line and first term, as its declarations page has them.</summary>
public record TermRequest
{
    /// <summary>Line of business, such as general_liability.</summary>
    public PolicyLine? Line { get; init; }

    /// <summary>Number as the carrier writes it.</summary>
    public string? Number { get; init; }

    public CarrierRequest? Carrier { get; init; }

    /// <summary>First day of cover, from 12:01 a.m. at the insured's mailing address.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>Day on which cover ends at 12:01 a.m.</summary>
    public DateOnly? Expiration { get; init; }

    /// <summary>Limits by name such as eachOccurrence, in whole US dollars.</summary>
    public IReadOnlyDictionary<string, decimal?>? Limits { get; init; }

    public CoverageRequest? Coverage { get; init; }

    /// <summary>
    /// IANA zone by whose clock the policy runs, such as America/Chicago; left out for that of the client's address.
    /// </summary>
    public string? Zone { get; init; }

    internal PolicyCommand.Add ReadTerm(List<Error> problems, string path = "")
    {
        var fields = new EventFields(problems, path);
        if (Zone is not null && CoverClock.Find(Zone) is null)
        {
            problems.Add(
                new FieldInvalid($"{path}zone", "Name a zone of the IANA database, such as America/New_York."));
        }

        var change = TermChangeReader.Read(Number, Carrier, Limits, Coverage, path, problems);
        return new PolicyCommand.Add(
            fields.Given(Line, "line"),
            new TermFacts
            {
                Number = fields.Text(Number, "number"),
                Carrier = fields.Text(Carrier?.Name, "carrier.name"),
                Naic = fields.Text(Carrier?.Naic, "carrier.naic"),
                Effective = fields.Given(Effective, "effective"),
                Expiration = fields.Given(Expiration, "expiration"),
                Values = TermValues.None.With(change.Over(TermValues.None)),
            },
            Zone);
    }
}
