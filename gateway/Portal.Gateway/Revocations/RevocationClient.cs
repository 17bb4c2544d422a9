namespace Portal.Gateway.Revocations;

/// <summary>Asks Identity what was revoked.</summary>
internal sealed class RevocationClient(HttpClient identity)
{
    /// <summary>Longest wait for one answer: the next question goes to another replica.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <param name="since">Instant of Identity's clock; null for everything still in force.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpRequestException">Identity did not answer or refused.</exception>
    public async Task<RevocationResponse> ReadAsync(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var query = since is { } instant
            ? $"?since={Uri.EscapeDataString(instant.ToUniversalTime().ToString("O"))}"
            : "";
        return await identity.GetFromJsonAsync<RevocationResponse>(
            $"/internal/v1/revocations{query}", cancellationToken)
            ?? throw new HttpRequestException("Identity answered null.");
    }
}
