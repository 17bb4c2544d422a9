using System.Text.Json.Nodes;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.Web.Tests.Support;

/// <summary>A session at the fake Identity; with a delegation, as it is seen below /as/.</summary>
internal sealed class FakeSession(FakePerson person, Guid[] accounts, Guid account)
{
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;
    private readonly Lock _lock = new();
    private Guid _account = account;

    public FakePerson Person => person;

    public Guid Account
    {
        get => _account;
        set
        {
            lock (_lock)
            {
                (_account, LastToken) = (value, null);
            }
        }
    }

    /// <summary>view or manage below /as/; null elsewhere.</summary>
    public string? Mode { get; init; }

    public Guid Delegation { get; } = Guid.CreateVersion7();

    /// <summary>
    /// The token that the gateway made of the session last; null before, and after another account was opened.
    /// </summary>
    public string? LastToken { get; private set; }

    /// <summary>What the gateway makes of the session, and keeps until another account is opened.</summary>
    public string TokenBy(FakeIdentity identity)
    {
        lock (_lock)
        {
            return LastToken ??= NewToken(identity);
        }
    }

    /// <summary>The session as Identity tells it, of an agency with this accent.</summary>
    public JsonObject ToJson(string? accent) => new()
    {
        ["kind"] = person.IsStaff ? "staff" : "client",
        ["person"] = new JsonObject
        {
            ["id"] = person.Id,
            ["name"] = Mode is null ? person.Name : person.Accounts[0],
            ["email"] = null,
        },
        ["role"] = person.Role,
        ["agency"] = new JsonObject
        {
            ["id"] = Guid.CreateVersion7(),
            ["slug"] = "harborlight",
            ["name"] = "Harborlight Insurance Agency",
            ["accent"] = accent,
        },
        ["client"] = accounts.Length == 0 ? null : Json(Array.IndexOf(accounts, Account)),
        ["clients"] = new JsonArray([.. accounts.Select((_, index) => Json(index))]),
        ["delegation"] = Mode is null ? null : new JsonObject
        {
            ["id"] = Delegation,
            ["reason"] = "Called for help",
            ["startedAt"] = _now,
            ["expiresAt"] = _now.AddMinutes(42),
        },
        ["idleAt"] = _now.AddMinutes(30),
        ["expiresAt"] = _now.AddHours(12),
    };

    private string NewToken(FakeIdentity identity)
    {
        var role = Mode is null ? person.Role : "insured";
        var claims = TestIssuer.Claims(
            string.Join(' ', Mode is null ? RoleScopes.Of(role) : RoleScopes.OfDelegate(Mode)));
        claims["role"] = role;
        claims["name"] = person.Name;
        claims["sid"] = Guid.CreateVersion7();
        claims["agency"] = Guid.CreateVersion7();
        if (role == "insured")
        {
            claims["account"] = Account;
        }

        if (Mode is not null)
        {
            claims["name"] = person.Accounts[0];
            claims["mode"] = Mode;
            claims["delegation"] = Delegation;
            claims["act"] = new JsonObject { ["sub"] = Guid.CreateVersion7(), ["name"] = person.Name };
        }

        return identity.Token(claims);
    }

    private JsonObject Json(int index) =>
        new() { ["id"] = accounts[index], ["ref"] = $"AC-{index + 1}", ["legalName"] = person.Accounts[index] };
}
