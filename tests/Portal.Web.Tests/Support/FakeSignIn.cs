using System.Text.Json.Nodes;

namespace Portal.Web.Tests.Support;

/// <summary>A sign-in that is under way at the fake Identity.</summary>
internal sealed class FakeSignIn(string email, FakePerson person, string? returnTo)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    public FakePerson Person => person;

    public string Step { get; set; } = person switch
    {
        { UsesGoogle: true } => "google",
        { HasMobile: true } => "choose_destination",
        _ => "code",
    };

    public string? SentTo { get; set; } = person is { HasMobile: true } or { UsesGoogle: true } ? null : "email";

    public int TriesLeft { get; set; } = 5;

    /// <summary>How long until another code may be asked for.</summary>
    public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(45);

    public Guid[] AccountIds { get; } = [.. person.Accounts.Select(_ => Guid.CreateVersion7())];

    public JsonObject ToJson() => new()
    {
        ["step"] = Step,
        ["email"] = email,
        ["destinations"] = person.HasMobile
            ? new JsonArray(Place("email", "a••@acme.example"), Place("mobile", "(•••) •••-4417"))
            : new JsonArray(Place("email", "a••@acme.example")),
        ["codeSentTo"] = SentTo,
        ["resendAt"] = DateTimeOffset.UtcNow + Wait,
        ["codeExpiresAt"] = DateTimeOffset.UtcNow + CodeLifetime,
        ["triesLeft"] = TriesLeft,
        ["clients"] = Step != "choose_client" ? null : new JsonArray(
            [.. AccountIds.Zip(person.Accounts, (id, name) => new JsonObject
        {
            ["id"] = id,
            ["ref"] = "AC-" + name.Length,
            ["legalName"] = name,
        })]),
        ["factors"] = Step != "second_factor"
            ? null
            : person.Passkeys.Count > 0
            ? new JsonArray("totp", "passkey")
            : new JsonArray("totp"),
        ["next"] = Step == "done" ? returnTo ?? (person.IsStaff ? "/clients" : $"/a/{AccountIds[0]}") : null,
        ["googleUrl"] = Step == "google" && !person.IsGoogleClosed ? "/api/v1/sign-in/google?agency=harborlight" : null,
    };

    private static JsonObject Place(string kind, string masked) => new() { ["kind"] = kind, ["masked"] = masked };
}
