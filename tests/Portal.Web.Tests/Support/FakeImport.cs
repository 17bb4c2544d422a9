namespace Portal.Web.Tests.Support;

/// <summary>An import at the fake Policy, which is over as soon as it is told to be.</summary>
internal sealed class FakeImport(Guid id, bool dryRun, IReadOnlyList<string> files)
{
    public Guid Id => id;

    public bool DryRun => dryRun;

    /// <summary>Fields under which files came.</summary>
    public IReadOnlyList<string> Files => files;

    public string State { get; set; } = "running";

    /// <summary>Rows that are refused.</summary>
    public int Refused { get; set; } = 3;

    public object ToJson() => new
    {
        id,
        status = State,
        dryRun,
        clients = new { added = 25, updated = 0, unchanged = 0, refused = 0 },
        policies = new { added = 120, updated = 3, unchanged = 0, refused = 0 },
        holders = new { added = State == "running" ? 100 : 693, updated = 0, unchanged = 12, refused = Refused },
        problems = Enumerable.Range(1, Refused).Select(line => new
        {
            file = "holders",
            line = line + 1,
            column = "email",
            value = line == 1 ? "" : "certs@@holder.example",
            message = "This is no email address; write one such as certs@example.com.",
        }),
        next = (string?)null,
        requestedAt = DateTimeOffset.UtcNow,
        finishedAt = (DateTimeOffset?)null,
    };
}
