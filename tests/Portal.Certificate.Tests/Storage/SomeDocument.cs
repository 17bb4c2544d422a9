using System.Security.Cryptography;
using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Storage;
using Portal.Contracts.Certificates;
using Portal.Contracts.Policies;

namespace Portal.Certificate.Tests.Storage;

/// <summary>Documents as a batch of certificates has them.</summary>
internal static class SomeDocument
{
    public static Document Of(int bytes, CertificateId? certificate = null) => new()
    {
        CertificateId = certificate ?? CertificateId.New(),
        Content = RandomNumberGenerator.GetBytes(bytes),
        Snapshot = Snapshot(),
    };

    public static Document[] Many(int count) => [.. Enumerable.Range(1, count).Select(number => Of(100 + number))];

    public static DocumentSnapshot Snapshot(int policies = 1) => new()
    {
        AgencyId = Guid.CreateVersion7(),
        AccountId = Guid.CreateVersion7(),
        Number = "C4T7K-9QX2M",
        Revision = 2,
        InsuredName = "O'Brien Freight LLC",
        HolderName = "Holder 0001",
        Policies = [.. Enumerable.Range(1, policies).Select(number => new IssuedPolicy
        {
            PolicyId = Guid.CreateVersion7(),
            Line = PolicyLine.GeneralLiability,
            Number = $"POL-{number}",
            Effective = new DateOnly(2027, 7, 1),
            Expiration = new DateOnly(2028, 7, 1),
        })],
        IssuedAt = new DateTimeOffset(2026, 11, 28, 22, 30, 0, TimeSpan.Zero),
    };
}
