using Portal.Contracts.Accounts;
using Portal.Contracts.Agencies;
using Portal.Contracts.Commands;
using Portal.Contracts.Imports;
using Portal.Contracts.Policies;

namespace Portal.Certificate.Tests.Support;

/// <summary>Messages as the services around would write them.</summary>
internal static class Some
{
    public static readonly DateOnly Effective = new(2027, 7, 1);

    public static AgencyChanged Agency(Guid id, long version = 1) => new()
    {
        AgencyId = id,
        Version = version,
        Name = "Harborlight Insurance Agency",
        Address = Address(),
        ContactName = "Dana Whitfield",
        Phone = "(555) 010-0100",
        Email = "certs@harborlight.example",
        AuthorizedRepresentative = "Dana Whitfield",
        OccurredAt = DateTimeOffset.UtcNow,
    };

    public static AccountChanged Account(Guid agency, Guid id, long version) => new()
    {
        AccountId = id,
        AgencyId = agency,
        Version = version,
        ClientRef = $"C{version}",
        LegalName = $"Client {version}",
        Address = Address(),
        ContactName = "Pat Reyes",
        ContactEmail = "pat@client.example",
        OccurredAt = DateTimeOffset.UtcNow,
    };

    public static PolicyAdded Added(Guid agency, Guid account, PolicySnapshot policy) =>
        new() { AgencyId = agency, AccountId = account, Policy = policy, OccurredAt = DateTimeOffset.UtcNow };

    public static PolicyChanged Changed(Guid agency, Guid account, PolicySnapshot policy) =>
        new() { AgencyId = agency, AccountId = account, Policy = policy, OccurredAt = DateTimeOffset.UtcNow };

    public static PolicySnapshot Policy(
        Guid id, PolicyLine line = PolicyLine.GeneralLiability, long version = 1) => new()
        {
            PolicyId = id,
            Version = version,
            Line = line,
            Status = PolicyStatus.Active,
            Number = $"POL-{line}",
            CarrierName = "Travelers Property Casualty Company of America",
            CarrierNaic = "25674",
            Effective = Effective,
            Expiration = Effective.AddYears(1),
            Form = CoverageForm.Occurrence,
            Limits = new PolicyLimits { EachOccurrence = 1_000_000, GeneralAggregate = 2_000_000 },
            AutoScopes = [],
            Endorsements = ["CG 20 10"],
        };

    public static PoliciesRenewed Renewal(Guid agency, Guid account, params PolicySnapshot[] policies) => new()
    {
        DistributionId = Guid.CreateVersion7(),
        AgencyId = agency,
        AccountId = account,
        Insured = new InsuredSnapshot { ClientRef = "C1", LegalName = "O'Brien Freight LLC", Address = Address() },
        RenewedPolicyIds = [policies[0].PolicyId],
        Policies = policies,
        RequestedBy = "test-client",
        OccurredAt = DateTimeOffset.UtcNow,
    };

    public static HolderRow Holder(int number, params Guid[] policies) => new()
    {
        Line = number + 1,
        Name = $"Holder {number:0000}",
        Address = new PostalAddress { Street = $"{number} Harbor Dr", City = "Tampa", State = "FL", Zip = "33602" },
        Email = $"certs{number}@holder.example",
        Project = "Job 1",
        PolicyIds = policies,
        AdditionalInsured = true,
        WaiverOfSubrogation = false,
        PrimaryNoncontributory = false,
        ReceivesRenewals = true,
    };

    public static ImportHoldersCommand Import(Guid agency, Guid account, params HolderRow[] rows) => new()
    {
        ImportId = Guid.CreateVersion7(),
        AgencyId = agency,
        Batch = 1,
        DryRun = false,
        AccountId = account,
        Rows = rows,
    };

    private static PostalAddress Address() =>
        new() { Street = "1 Harbor Dr", City = "Nashville", State = "TN", Zip = "37203" };
}
