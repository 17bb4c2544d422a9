namespace Portal.Web.Tests.Support;

/// <summary>The distribution that a test moves on by hand; every id that is asked for leads to it.</summary>
internal sealed class FakeDistribution
{
    public Guid Client { get; set; }

    public string State { get; set; } = "running";

    public int Total { get; set; } = 2000;

    public int Issued { get; set; }

    public int Delivered { get; set; }

    /// <summary>Mails that were given up.</summary>
    public List<(Guid Id, string Holder, string? Answer)> Failures { get; } = [];

    /// <summary>Mails that were sent once more and are on their way.</summary>
    public List<Guid> Retried { get; } = [];

    /// <summary>Whether no certificate can be looked at before a renewal.</summary>
    public bool RefusesPreviews { get; set; }

    public object ToJson(Guid id) => new
    {
        id,
        clientId = Client,
        policyIds = Array.Empty<Guid>(),
        status = State,
        total = Total,
        issued = Issued,
        delivered = Delivered,
        failed = Failures.Count,
        startedAt = DateTimeOffset.UtcNow.AddMinutes(-1),
        finishedAt = State == "finished" ? DateTimeOffset.UtcNow : (DateTimeOffset?)null,
    };
}
