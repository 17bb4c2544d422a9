using Portal.ServiceDefaults.Paging;

namespace Portal.Web.Api.Audit;

/// <summary>Identity's audit trail, as far as the caller may read it.</summary>
internal sealed class AuditApi(HttpClient identity)
{
    /// <summary>What was done by a delegation, the newest first.</summary>
    public Task<ApiResult<Page<AuditEntry>>> OfDelegationAsync(
        Guid delegation, string? cursor, CancellationToken cancellationToken) =>
        identity.ReadAsync<Page<AuditEntry>>(
            Query.Of("/api/v1/audit", ("delegation", delegation), ("cursor", cursor)), cancellationToken);
}
