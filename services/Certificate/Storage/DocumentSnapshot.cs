using Portal.Certificates.Domain.Certificates;
using Portal.Contracts.Certificates;

namespace Portal.Certificates.Storage;

/// <summary>
/// What a certificate says, as it stood when it was issued: in an outside store it tells what the bytes beside it are.
/// </summary>
public sealed record DocumentSnapshot
{
    public required Guid AgencyId { get; init; }

    public required Guid AccountId { get; init; }

    public required string Number { get; init; }

    public required int Revision { get; init; }

    public required string InsuredName { get; init; }

    public required string HolderName { get; init; }

    public required IReadOnlyList<IssuedPolicy> Policies { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public static DocumentSnapshot Of(Certificate certificate) => new()
    {
        AgencyId = certificate.AgencyId,
        AccountId = certificate.AccountId,
        Number = certificate.Number,
        Revision = certificate.Revision,
        InsuredName = certificate.InsuredName,
        HolderName = certificate.HolderName,
        Policies = certificate.Policies,
        IssuedAt = certificate.IssuedAt,
    };
}
