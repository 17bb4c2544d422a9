using System.Threading.RateLimiting;

namespace Portal.Policies.Features.Imports.StartImport;

/// <summary>
/// Uploads that this process takes at once. Each lies on its disk until it is stored, and whoever sends slowly keeps a
/// place: of one agency so many that the others find one.
/// </summary>
internal sealed class UploadLimit : IAsyncDisposable
{
    public const int MostAtOnce = 8;
    public const int MostOfAgency = 2;

    private readonly PartitionedRateLimiter<Guid> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Guid, Guid>(agency => Places(agency, MostOfAgency)),
        PartitionedRateLimiter.Create<Guid, Guid>(_ => Places(Guid.Empty, MostAtOnce)));

    /// <summary>A place for an upload of the agency until it is disposed of; not acquired where none is free.</summary>
    public RateLimitLease Enter(Guid agency) => _limiter.AttemptAcquire(agency);

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();

    private static RateLimitPartition<Guid> Places(Guid key, int most) => RateLimitPartition.GetConcurrencyLimiter(
        key, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 });
}
