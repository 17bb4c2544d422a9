using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Identity.Domain.Audit;

namespace Portal.Identity.Storage;

/// <summary>
/// A row of the trail as it lies there. Read without the model, which would throw at a fact that somebody made
/// unreadable instead of saying where it is.
/// </summary>
internal sealed record StoredEntry(
    Guid AgencyId, long Number, Guid? AccountId, string? ActorId, Guid? DelegationId, string Action, DateTimeOffset At,
    string SearchText,
    byte[] Hash, string Fact)
{
    private static readonly JsonSerializerOptions AsStored = new()
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The entry; null when its fact can't be read.</summary>
    public AuditEntry? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<AuditFact>(Fact, AsStored) is not { } fact
                ? null
                : new AuditEntry
                {
                    AgencyId = AgencyId,
                    Number = Number,
                    AccountId = AccountId,
                    ActorId = ActorId,
                    DelegationId = DelegationId,
                    Action = Action,
                    At = At,
                    SearchText = SearchText,
                    Hash = Hash,
                    Fact = fact,
                };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
