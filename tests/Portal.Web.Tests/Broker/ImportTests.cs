using System.Text;
using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Broker;

/// <summary>Importing files: look first, then do it.</summary>
public sealed class ImportTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Site _site = new();

    [Theory]
    [InlineData(true, 1440, ColorScheme.Light)]
    [InlineData(true, 390, ColorScheme.Dark)]
    [InlineData(false, 1440, ColorScheme.Light)]
    public async Task Files_are_checked_shown_with_what_is_refused_and_then_imported(
        bool scripts, int width, ColorScheme scheme)
    {
        await using var window = await chromium.OpenAsBrokerAsync(_site, scripts, width, scheme);
        await window.Page.GotoAsync("/imports/new");
        await window.Page.GetByLabel("Certificate holders")
            .SetInputFilesAsync(File("holders.csv", "client_ref,holder_name\r\nAC-1,Someone\r\n"));
        await window.PressAsync("Check the files");
        await window.HeadsAsync("The files are being checked");
        Assert.Equal(["holders"], _site.Services.Imports.Values.Single().Files);

        await EndAsync(window, scripts, dryRun: true);

        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync("841 rows would be added or changed");
        await window.SaysAsync("section table", "This is no email address");
        if (scripts)
        {
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Status).And(window.Page.Locator("[data-toast]")))
                .ToHaveTextAsync("The files have been checked.");
            await window.CheckAsync($"import-checked-{width}-{scheme}");
        }

        await window.PressAsync("Import 841 rows");
        await window.HeadsAsync("The files are being imported");
        await EndAsync(window, scripts, dryRun: false);
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync("841 rows were added or changed");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task No_file_and_a_refused_file_are_said_where_they_are_chosen()
    {
        await using var window = await chromium.OpenAsBrokerAsync(_site);
        await window.Page.GotoAsync("/imports/new");
        await window.PressAsync("Check the files");
        await window.SaysAsync(".banner", "Choose at least one file.");

        await window.Page.GetByLabel("Certificate holders").SetInputFilesAsync(File("holders.csv", "bad"));
        await window.PressAsync("Check the files");

        await window.SaysAsync(".banner", "broken or cut off");
        await window.CheckAsync("import-refused");
    }

    [Fact]
    public async Task Many_problems_are_paged()
    {
        var import = new FakeImport(
            Guid.CreateVersion7(), dryRun: true, ["holders"])
        { State = "finished", Refused = 250 };
        _site.Services.Imports[import.Id] = import;
        await using var window = await chromium.OpenAsBrokerAsync(_site);
        await window.Page.GotoAsync($"/imports/{import.Id}");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();

        await Assertions.Expect(window.Page.Locator("section tbody tr")).ToHaveCountAsync(50);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" })).ToHaveCountAsync(0);
    }

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task EndAsync(Window window, bool scripts, bool dryRun)
    {
        _site.Services.Imports.Values.Single(import => import.DryRun == dryRun).State = "finished";
        if (!scripts)
        {
            await window.ReloadAsync();
        }
    }

    private static FilePayload File(string name, string text) =>
        new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}
