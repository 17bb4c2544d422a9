namespace Portal.Web.Pages.Broker.DecideContactProposals;

/// <summary>Where somebody decided on a proposal.</summary>
public sealed record ProposalPlace
{
    /// <summary>The client that the proposal is of.</summary>
    public Guid Client { get; init; }

    /// <summary>Whether it was on the client's own page, rather than in the list of all.</summary>
    public bool OfClient { get; init; }

    /// <summary>The client whose page is next; null for the list of all.</summary>
    public Guid? Back => OfClient ? Client : null;
}
