using System.Text;

namespace Portal.Notification.Tests.Support;

/// <summary>Text such as an attacker or an accident makes.</summary>
internal static class HostileText
{
    private static readonly string[] Pieces =
    [
        "\r\n", "\n", "\r", "\r\nBcc: victim@example.org\r\n", "\n.\n", "\r\n.\r\n", ".", "..", "\0", "\t", " ", "   ",
        "\u0085", "\u2028",
        "\u2029", "\u200B", "\u202E", "\v", "\f", "\x1b", "\x7f", "=?utf-8?B?", "?=", "=?", "=", "\"", "\\", "<", ">",
        "@", ",", ";", ":", "%0d%0a",
        "'", "*", "(", ")", "é", "ß", "ķ", "Ω", "Ж", "日本", "👷🏽‍♀️", "\uD83D", "\uDE00", "a", "abc", "Certificate", "--",
        "--=_",
        new string('x', 90), new string('y', 1200), new string('ß', 90),
    ];

    public static string Next(Random random, int maxLength)
    {
        var text = new StringBuilder();
        var length = random.Next(maxLength);
        while (text.Length < length)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }

    /// <summary>The text as UTF-8 can carry it.</summary>
    public static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
