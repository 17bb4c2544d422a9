using Microsoft.Playwright;

namespace Portal.Testing.Browsing;

/// <summary>
/// Waits for words on a page. What a page shows next comes when the machine has the time, so nothing reads it once.
/// </summary>
public static class TextExpectations
{
    /// <summary>Waits until a part of the page shows words among others.</summary>
    public static Task SaysAsync(this ILocator part, string words) =>
        Assertions.Expect(part).ToContainTextAsync(words, new() { UseInnerText = true });

    /// <summary>Waits until the first part of the page that a selector finds shows words among others.</summary>
    public static Task SaysAsync(this Window window, string selector, string words) =>
        window.Page.Locator(selector).First.SaysAsync(words);
}
