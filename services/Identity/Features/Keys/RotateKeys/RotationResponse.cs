namespace Portal.Identity.Features.Keys.RotateKeys;

/// <summary>A rotation that has begun; the replicas carry it on by themselves.</summary>
/// <param name="KeyId">The key that is coming, published from now on.</param>
/// <param name="SignsFrom">When it begins to sign.</param>
public sealed record RotationResponse(string KeyId, DateTimeOffset SignsFrom);
