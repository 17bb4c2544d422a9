namespace Portal.Gateway.Revocations;

/// <summary>
/// Something that ended before its time: tokens with this key issued at <see cref="At"/> or before no longer count.
/// </summary>
/// <param name="Kind">One of <see cref="RevocationKinds"/>; others are kept and match nothing.</param>
/// <param name="Key">Session's, delegation's or client's id, or the token's <c>jti</c>.</param>
/// <param name="At">When it ended.</param>
/// <param name="Until">When the last of those tokens expires.</param>
internal sealed record Revocation(string Kind, string Key, DateTimeOffset At, DateTimeOffset Until);
