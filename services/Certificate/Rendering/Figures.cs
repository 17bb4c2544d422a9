using System.Globalization;

namespace Portal.Certificates.Rendering;

/// <summary>Amounts and dates as American certificates write them.</summary>
internal static class Figures
{
    /// <summary>$1,000,000; cents only where there are any.</summary>
    public static string Money(decimal amount) =>
        amount.ToString(decimal.IsInteger(amount) ? "$#,0" : "$#,0.00", CultureInfo.InvariantCulture);

    /// <summary>MM/DD/YYYY.</summary>
    public static string Date(DateOnly date) => date.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture);
}
