using Portal.Benchmarks.Pdf;

switch (args.FirstOrDefault())
{
    case "pdf":
        PdfBenchmark.Run(Console.Out, args.ElementAtOrDefault(1));
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: Portal.Benchmarks pdf [folder for a sample document]");
        return 2;
}
