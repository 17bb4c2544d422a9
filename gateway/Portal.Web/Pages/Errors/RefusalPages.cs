using Portal.Web.Services;

namespace Portal.Web.Pages.Errors;

/// <summary>Pages for what a service refused as a whole.</summary>
internal static class RefusalPages
{
    public static IResult ToPage(this Refusal refusal) =>
        Page.Of<ErrorPage>(new { refusal.Status, refusal.Detail }, refusal);
}
