using System.Text.Json;

namespace Portal.SystemTests;

/// <summary>How <c>eng/publish.sh</c> leaves the portal's programs; see <c>docs/decisions/020</c>.</summary>
public sealed class PublishedTests
{
    [Fact]
    public async Task What_was_compiled_ahead_is_not_compiled_again_while_it_runs()
    {
        var published = Environment.GetEnvironmentVariable("Portal__Published");
        Assert.SkipWhen(published is null, "Run eng/publish.sh and set Portal__Published, as ./test.sh does.");

        var programs = Directory.GetDirectories(published!);
        Assert.Equal(7, programs.Length);
        foreach (var program in programs)
        {
            var path = Path.Combine(program, Path.GetFileName(program) + ".runtimeconfig.json");
            using var file = JsonDocument.Parse(
                await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
            var options = file.RootElement.GetProperty("runtimeOptions");
            Assert.False(
                options.GetProperty("configProperties").GetProperty("System.Runtime.TieredCompilation").GetBoolean(),
                path);
            Assert.Contains(
                "Microsoft.AspNetCore.App",
                options.GetProperty("frameworks").EnumerateArray().Select(
                    framework => framework.GetProperty("name").GetString()));
        }
    }
}
