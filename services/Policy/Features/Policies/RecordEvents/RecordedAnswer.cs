namespace Portal.Policies.Features.Policies.RecordEvents;

/// <summary>The event that a request brought, or had brought before.</summary>
/// <param name="EventId">Its own id.</param>
/// <param name="IsNew">Whether this request brought it.</param>
internal sealed record RecordedAnswer(Guid EventId, bool IsNew);
