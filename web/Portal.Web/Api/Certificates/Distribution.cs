namespace Portal.Web.Api.Certificates;

/// <summary>One fan-out of certificates to a client's holders.</summary>
/// <param name="Id">The distribution.</param>
/// <param name="ClientId">The client's account.</param>
/// <param name="Status">preparing, running, paused, finished or cancelled.</param>
/// <param name="Total">Certificates to issue; 0 while preparing.</param>
/// <param name="Issued">Certificates that are made.</param>
/// <param name="Delivered">Certificates whose mail was accepted.</param>
/// <param name="Failed">Certificates whose mail was given up.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When every mail was accepted or given up.</param>
public sealed record Distribution(
    Guid Id,
    Guid ClientId,
    string Status,
    int Total,
    int Issued,
    int Delivered,
    int Failed,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt)
{
    /// <summary>Whether nothing more will happen by itself.</summary>
    public bool HasEnded => Status is "finished" or "cancelled";
}
