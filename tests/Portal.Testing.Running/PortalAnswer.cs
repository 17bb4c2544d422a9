using System.Net;
using System.Text.Json;

namespace Portal.Testing.Running;

/// <summary>What a browser was answered, read to its end.</summary>
public sealed record PortalAnswer(HttpStatusCode Status, string Text)
{
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>The status with the problem's code, which whatever is no refusal does not have.</summary>
    public (HttpStatusCode Status, string? Code) Refusal =>
        (Status, Text.Length > 0 && Json.TryGetProperty("code", out var code) ? code.GetString() : null);

    /// <summary>The body, where the status is the expected one.</summary>
    public JsonElement Expect(HttpStatusCode status) => Status != status
        ? throw new InvalidOperationException($"{(int)Status} was answered in place of {(int)status}: {Text}")
        : Text.Length == 0 ? default : Json;
}
