using System.Globalization;
using Portal.Certificates.Domain.Distributions;
using Portal.Certificates.Domain.Shares;
using Portal.Contracts.Accounts;
using Portal.Contracts.Certificates;
using Portal.Contracts.Policies;
using Portal.Insurance;

namespace Portal.Benchmarks.Fanout;

/// <summary>A renewal, its shares and its messages, as the product makes them.</summary>
internal static class SampleRenewal
{
    private static readonly PostalAddress Address = new()
    {
        Street = "8943 Industrial Blvd",
        City = "Houston",
        State = "TX",
        Zip = "77002",
    };

    public static PoliciesRenewed Of(Guid[] policies) => new()
    {
        DistributionId = Guid.CreateVersion7(),
        AgencyId = Guid.CreateVersion7(),
        AccountId = Guid.CreateVersion7(),
        Insured = new InsuredSnapshot
        {
            ClientRef = "C620001",
            LegalName = "Petrov Scaffolding LLC",
            Address = Address,
        },
        RenewedPolicyIds = policies,
        Policies = [.. policies.Select(Policy)],
        RequestedBy = "benchmark",
        OccurredAt = DateTimeOffset.UtcNow,
    };

    public static Distribution Open(PoliciesRenewed renewal, int total) => Distribution.Open(
        new DistributionId(renewal.DistributionId),
        renewal.AgencyId,
        renewal.AccountId,
        new RenewalCause
        {
            Insured = renewal.Insured,
            RenewedPolicyIds = renewal.RenewedPolicyIds,
            Policies = renewal.Policies,
            RequestedBy = renewal.RequestedBy,
        },
        total,
        renewal.OccurredAt);

    public static Share Share(PoliciesRenewed renewal, int number) => Certificates.Domain.Shares.Share.Open(
        renewal.AgencyId,
        renewal.AccountId,
        new HolderDetails
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"Holder {number:00000}"),
            Address = Address,
            Email = "certs@holder.example",
        },
        new ShareTerms
        {
            PolicyIds = renewal.RenewedPolicyIds,
            AdditionalInsured = true,
            WaiverOfSubrogation = true,
            PrimaryNoncontributory = true,
            ReceivesRenewals = true,
        });

    public static CertificatesIssued Issued(int batch, int size) => new()
    {
        DistributionId = Guid.CreateVersion7(),
        AgencyId = Guid.CreateVersion7(),
        AccountId = Guid.CreateVersion7(),
        Batch = batch,
        InsuredName = "Petrov Scaffolding LLC",
        Producer = new ProducerSnapshot
        {
            Name = "Harborlight",
            ContactName = "Nora Whitfield",
            Phone = "(617) 555-0142",
            Email = "certificates@harborlight.example",
        },
        Certificates = [.. Enumerable.Range(0, size).Select(Certificate)],
        OccurredAt = DateTimeOffset.UtcNow,
    };

    private static IssuedCertificate Certificate(int number) => new()
    {
        CertificateId = Guid.CreateVersion7(),
        ShareId = Guid.CreateVersion7(),
        HolderName = "Whitaker Port Authority",
        HolderEmail = string.Create(CultureInfo.InvariantCulture, $"certs{number}@holder.example"),
        Number = "C4T7K-9QX2M",
        Revision = 1,
        VerificationUrl = "https://portal.example/verify/A8BTK1AA0X9VR0ZKKZZA92J6R0",
        Policies = [.. Enum.GetValues<PolicyLine>().Take(4).Select(line => new IssuedPolicy
        {
            PolicyId = Guid.CreateVersion7(),
            Line = line,
            Number = "UTW6834134",
            Effective = new DateOnly(2027, 7, 1),
            Expiration = new DateOnly(2028, 7, 1),
        })],
        IssuedAt = DateTimeOffset.UtcNow,
    };

    private static PolicySnapshot Policy(Guid id) => new()
    {
        PolicyId = id,
        Version = 1,
        Line = PolicyLine.GeneralLiability,
        Status = PolicyStatus.Active,
        Number = "UTW6834134",
        CarrierName = "Travelers Property Casualty Company of America",
        CarrierNaic = "25674",
        Effective = new DateOnly(2027, 7, 1),
        Expiration = new DateOnly(2028, 7, 1),
        Limits = new PolicyLimits { EachOccurrence = 1_000_000 },
        AutoScopes = [],
        Endorsements = [],
    };
}
