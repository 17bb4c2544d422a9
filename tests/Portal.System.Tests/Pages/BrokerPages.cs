using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Testing.Browsing;

namespace Portal.SystemTests.Pages;

/// <summary>What the tests of the broker's pages do again and again.</summary>
internal static class BrokerPages
{
    /// <summary>Milliseconds for what takes the services a while: an import, a run to its end.</summary>
    public const float Patience = 240_000;

    /// <summary>
    /// Waits for a heading, then looks for findings of axe-core, for what is too wide, and for faults so far.
    /// </summary>
    public static async Task ShowsAsync(this Window window, string heading)
    {
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync(heading);
        Assert.Empty(await window.FindingsAsync());
    }

    /// <summary>Follows a link of the page's main part.</summary>
    public static Task GoAsync(this Window window, [StringSyntax(StringSyntaxAttribute.Regex)] string link) =>
        window.Page.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = new Regex(link) }).First.ClickAsync();

    /// <summary>Presses the button whose words match.</summary>
    public static Task PressLikeAsync(this Window window, [StringSyntax(StringSyntaxAttribute.Regex)] string button) =>
        window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(button) }).ClickAsync();

    /// <summary>What the browser gets from an address, with the page's own cookies.</summary>
    public static async Task<byte[]> FetchAsync(this Window window, string address) => Convert.FromBase64String(
        await window.Page.EvaluateAsync<string>(
            """
            async address => {
                const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
                return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
            }
            """,
            address));

    /// <summary>
    /// Loads the page with a heading, which does not change by itself, anew until its main part shows words.
    /// </summary>
    public static async Task UntilItSaysAsync(this Window window, string heading, string words)
    {
        for (
            var clock = Stopwatch.StartNew(); !(
                await window.Page.InnerTextAsync("main")).Contains(words, StringComparison.Ordinal);)
        {
            Assert.True(
                clock.ElapsedMilliseconds < Patience,
                $"{window.Page.Url} did not come to say {words}: {await window.Page.InnerTextAsync("main")}");
            await window.ReloadAsync(heading);
        }
    }
}
