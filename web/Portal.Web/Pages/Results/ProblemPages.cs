using Portal.Web.Api;

namespace Portal.Web.Pages.Results;

/// <summary>Pages for what a service refused as a whole.</summary>
internal static class ProblemPages
{
    public static IResult ToPage(this ApiProblem problem) =>
        PageResult.Of<ErrorPage>(new { problem.Status, problem.Detail }, problem);
}
