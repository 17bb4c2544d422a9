using Portal.Web.Security;

namespace Portal.Web.Pages.Results;

/// <summary>Asks for a fresh second factor while a form waits.</summary>
internal interface ISecondFactorPrompt
{
    /// <summary>The page that asks.</summary>
    /// <param name="returnTo">Path that the form goes to once the proof is given.</param>
    /// <param name="kept">The form.</param>
    /// <param name="cancellationToken">Ends with the request for the page.</param>
    Task<IResult> AskAsync(string returnTo, KeptForm kept, CancellationToken cancellationToken);
}
