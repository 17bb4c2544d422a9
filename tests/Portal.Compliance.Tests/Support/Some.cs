using Portal.Contracts.Accounts;
using Portal.Contracts.Certificates;
using Portal.Contracts.Policies;

namespace Portal.Compliance.Tests.Support;

/// <summary>Messages as Policy and Certificate write them.</summary>
internal static class Some
{
    public static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>
    /// When the first certificate of a share was issued; each later one an hour after the one before.
    /// </summary>
    public static readonly DateTimeOffset IssuedAt = DateTimeOffset.UtcNow.AddDays(-2);

    public static PolicySnapshot Policy(
        Guid id, long version = 1, int expiresInDays = 200, string number = "GL-100200") => new()
        {
            PolicyId = id,
            Version = version,
            Line = PolicyLine.GeneralLiability,
            Status = PolicyStatus.Active,
            Number = number,
            CarrierName = "Granite Mutual Insurance Company",
            CarrierNaic = "12345",
            Effective = Today.AddDays(expiresInDays - 365),
            Expiration = Today.AddDays(expiresInDays),
            Limits = new PolicyLimits(),
            AutoScopes = [],
            Endorsements = [],
        };

    public static PolicyAdded Added(Guid agency, Guid account, PolicySnapshot policy) => new()
    {
        AgencyId = agency,
        AccountId = account,
        Policy = policy,
        OccurredAt = IssuedAt.AddDays(-1),
    };

    public static PolicyChanged Changed(Guid agency, Guid account, PolicySnapshot policy, DateTimeOffset at) => new()
    {
        AgencyId = agency,
        AccountId = account,
        Policy = policy,
        OccurredAt = at,
    };

    public static PoliciesRenewed Renewed(Guid agency, Guid account, params PolicySnapshot[] policies) => new()
    {
        DistributionId = Guid.CreateVersion7(),
        AgencyId = agency,
        AccountId = account,
        Insured = new InsuredSnapshot { ClientRef = "C-1", LegalName = "Tidewater Builders LLC", Address = Address() },
        RenewedPolicyIds = [.. policies.Select(policy => policy.PolicyId)],
        Policies = policies,
        RequestedBy = "broker",
        OccurredAt = IssuedAt,
    };

    public static CertificatesIssued Issued(Guid agency, Guid account, params IssuedCertificate[] certificates) => new()
    {
        DistributionId = Guid.CreateVersion7(),
        AgencyId = agency,
        AccountId = account,
        Batch = 1,
        InsuredName = "Tidewater Builders LLC",
        Producer = new ProducerSnapshot
        {
            Name = "Harborlight",
            ContactName = "Dana",
            Phone = "1",
            Email = "a@b.example",
        },
        Certificates = certificates,
        OccurredAt = IssuedAt,
    };

    public static IssuedCertificate Certificate(Guid share, int revision, params PolicySnapshot[] policies) => new()
    {
        CertificateId = Guid.CreateVersion7(),
        ShareId = share,
        HolderName = "City of Seabrook",
        HolderEmail = "clerk@seabrook.example",
        Number = "C-000123",
        Revision = revision,
        VerificationUrl = "https://portal.example/verify/x",
        IssuedAt = IssuedAt.AddHours(revision - 1),
        Policies =
        [
            .. policies.Select(policy => new IssuedPolicy
            {
                PolicyId = policy.PolicyId,
                Line = policy.Line,
                Number = policy.Number,
                Effective = policy.Effective,
                Expiration = policy.Expiration,
            }),
        ],
    };

    private static PostalAddress Address() =>
        new() { Street = "1 Quay", City = "Seabrook", State = "ME", Zip = "04101" };
}
