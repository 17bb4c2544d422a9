using Portal.Web.Api.SignIn;

namespace Portal.Web.Pages.Public.SignIn;

/// <summary>Where somebody signs in: at which agency, and as client or as one of its people.</summary>
public sealed record SignInAudiencePath(string Agency, Audience Audience)
{
    private const string StaffSegment = "staff";
    private const int StaffPosition = 3;

    /// <summary>The path of the first page.</summary>
    public string Start =>
        $"/sign-in/{Uri.EscapeDataString(Agency)}{(Audience == Audience.Staff ? $"/{StaffSegment}" : "")}";

    /// <summary>The path of whatever the sign-in waits for.</summary>
    public string Step => Start + "/step";

    /// <summary>The same agency's page for the others.</summary>
    public string OtherStart =>
        (this with { Audience = Audience == Audience.Staff ? Audience.Client : Audience.Staff }).Start;

    public static ValueTask<SignInAudiencePath?> BindAsync(HttpContext http)
    {
        var staff = http.Request.Path.Value!.Split('/').ElementAtOrDefault(StaffPosition) == StaffSegment;
        return ValueTask.FromResult<SignInAudiencePath?>(
            new SignInAudiencePath(
                (string)http.Request.RouteValues["agency"]!, staff ? Audience.Staff : Audience.Client));
    }
}
