using Portal.Web.Api;
using Portal.Web.Api.SignIn;

namespace Portal.Web.Pages.Public.SignIn;

/// <summary>What every page of a sign-in that is under way shows.</summary>
public sealed record SignInScreenModel(
    SignInAudiencePath Path, SignInAgency Agency, SignInState State, DateTimeOffset Now)
{
    /// <summary>What was wrong with the form that was sent; null when it is shown for the first time.</summary>
    public ApiProblem? Problem { get; init; }

    /// <summary>How long until an instant; nothing once it has passed.</summary>
    public TimeSpan Until(DateTimeOffset? instant) => instant > Now ? instant.Value - Now : TimeSpan.Zero;
}
