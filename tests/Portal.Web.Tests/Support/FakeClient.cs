namespace Portal.Web.Tests.Support;

/// <summary>A client of the agency.</summary>
internal sealed class FakeClient(Guid id, string reference, string name)
{
    public Guid Id => id;

    public string Ref => reference;

    public string Name => name;

    public List<FakePolicy> Policies { get; } = [];

    /// <summary>How many certificate holders it has; every tenth receives no renewals.</summary>
    public int Holders { get; set; }

    /// <summary>Whether it lets the agency in.</summary>
    public bool Consents { get; set; } = true;

    /// <summary>Its contacts, the primary one first.</summary>
    public List<FakeContact> Contacts { get; } =
    [
        new("primary", "Ada Okafor", "ada@acme.example", "+16175550134", Access: true),
        new(
            Guid.CreateVersion7().ToString(),
            "Bartholomew Featherstonehaugh-Cholmondeley",
            "bookkeeping.and.certificates@northeastern-consolidated.example",
            null,
            Access: false),
    ];

    /// <summary>Renewals that were carried out, by their idempotency key.</summary>
    public Dictionary<string, Guid> Renewals { get; } = [];

    public object Account() =>
        new { id, @ref = reference, legalName = name, dba = name == FakeClients.Heavy ? "Acme Roofs" : null };

    public IEnumerable<object> HolderRows() => Enumerable.Range(1, Holders).Select(number => new
    {
        id = HolderId(number),
        clientId = id,
        clientRef = reference,
        name = HolderName(number),
        address = new { street = $"{number} Harbor Street, Suite 200", city = "Boston", state = "MA", zip = "02110" },
        email = $"certs{number}@holder.example",
        project = number % 5 == 0 ? "Re: 12 Harbor Street" : null,
        policies = Policies.Select(policy => new { id = policy.Id, line = policy.Line, number = policy.Number }),
        additionalInsured = true,
        waiverOfSubrogation = number % 2 == 0,
        primaryNoncontributory = false,
        receivesRenewals = Receives(number),
        certificateNumber = $"{reference}-{number:0000}",
        revision = number % 3,
    });

    public static bool Receives(int number) => number % 10 != 0;

    public static string HolderName(int number) => number == 2
        ? "بلدية مدينة بوسطن"
        : number == 3
            ? "Massachusetts Port Authority, its members, officers, agents, employees, successors and/or assigns, as "
                + "their interests may appear"
            : $"Holder {number:0000} Properties Trust";

    public static Guid HolderId(int number) => new(number, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, 1]);
}

/// <summary>A person at a client.</summary>
internal sealed record FakeContact(string Id, string Name, string Email, string? Mobile, bool Access)
{
    public string Etag => $"\"{Name.Length}\"";
}
