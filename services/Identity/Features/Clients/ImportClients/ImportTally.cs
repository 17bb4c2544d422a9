namespace Portal.Identity.Features.Clients.ImportClients;

/// <summary>Counts rows by what became of them; each row counts once.</summary>
internal sealed class ImportTally
{
    public int Added { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>The client was not known: its first row adds it, and each correction further down updates it.</summary>
    public void CountAdded(ClientRows client)
    {
        Added++;
        Updated += client.Corrections;
        Unchanged += client.Rows - 1 - client.Corrections;
    }

    /// <summary>
    /// The client was known otherwise: one row updates it, and so does each correction that leads there.
    /// </summary>
    public void CountUpdated(ClientRows client)
    {
        Updated += 1 + client.Corrections;
        Unchanged += client.Rows - 1 - client.Corrections;
    }

    /// <summary>The client stands as its last row says, so the rows change nothing together.</summary>
    public void CountUnchanged(ClientRows client) => Unchanged += client.Rows;
}
