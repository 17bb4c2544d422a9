using Microsoft.AspNetCore.Routing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Frame;

/// <summary>The forms in <c>docs/powers.md</c> against the routes of the pages.</summary>
public sealed class FormTableTests(Site site)
{
    private const string File = "docs/powers.md";
    private const string Section = "## Forms of the pages";

    private static readonly string[] Safe = ["GET", "HEAD"];

    [Fact]
    public async Task Every_form_of_the_pages_has_a_row_that_says_which_road_it_takes()
    {
        var lines = await System.IO.File.ReadAllLinesAsync(
            Path.Combine(Root(), File), TestContext.Current.CancellationToken);
        var rows = lines.SkipWhile(line => line != Section)
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Split('|')[1].Trim()).ToHashSet();

        var forms = site.Routes.SelectMany(route => Methods(route).Except(Safe)
            .Select(method => $"{method} /{route.RoutePattern.RawText!.Trim('/')}")).ToHashSet();

        Assert.NotEmpty(forms);
        Assert.True(
            forms.SetEquals(rows),
            $"{File} lacks:\n{string.Join('\n', forms.Except(rows))}\nand has no business "
            + $"with:\n{string.Join('\n', rows.Except(forms))}");
    }

    private static IReadOnlyList<string> Methods(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
        {
            folder = folder.Parent
                ?? throw new InvalidOperationException($"No Portal.sln above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
