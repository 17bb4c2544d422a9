using System.Text.Json;
using Portal.ServiceDefaults.Results;
using Portal.Web.Api;

namespace Portal.Web.Pages.Agency.ManagePartners;

/// <summary>Public keys as pasted: a JSON Web Key Set (RFC 7517, section 5), or a single key of one.</summary>
internal static class KeySet
{
    private const string Code = "keys-unreadable";
    private const string Detail =
        "This is no JSON Web Key Set. Paste it as the partner sent it, from the first brace to the last.";

    public static ApiProblem Unreadable { get; } = new()
    {
        Code = Code,
        Detail = Detail,
        Errors = [new FieldProblem("keys", Code, Detail)],
    };

    public static bool TryRead(string? text, out JsonElement set)
    {
        set = default;
        try
        {
            // Written anew, because what can be parsed may hold half a surrogate pair, which can't be passed on.
            var read = JsonSerializer.SerializeToElement(JsonSerializer.Deserialize<JsonElement>(text ?? ""));
            if (read.ValueKind != JsonValueKind.Object)
            {
                return false;
            }

            set = read.TryGetProperty("keys", out _)
                ? read
                : JsonSerializer.SerializeToElement(new { keys = new[] { read } });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
