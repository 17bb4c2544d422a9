using Portal.Web.Api;
using Portal.Web.Api.Accounts;

namespace Portal.Web.Pages.Broker.DecideContactProposals;

/// <summary>What became of the proposals that somebody decided on.</summary>
/// <param name="Done">How many went through.</param>
/// <param name="Failures">Those that did not, and why.</param>
public sealed record Decision(int Done, IReadOnlyList<DecisionFailure> Failures);

/// <summary>A proposal that was not carried out.</summary>
/// <param name="Proposal">The proposal; null where it was no longer there.</param>
/// <param name="Problem">Why not.</param>
public sealed record DecisionFailure(ContactProposal? Proposal, ApiProblem Problem)
{
    /// <summary>Why not, and what to do, for whoever decided.</summary>
    public string Text => Problem switch
    {
        { Code: "contact-proposal-not-found" } =>
            "It was decided or replaced by a newer one in the meantime. What waits now is below.",
        { IsStale: true } => "It has been too long since you confirmed that it is you. Choose it once more.",
        _ => Problem.Detail,
    };

    /// <summary>Whether only the client can open the way.</summary>
    public bool WantsConsent => Problem.Code == "consent-withdrawn";
}
