using System.Diagnostics;
using System.Globalization;
using NlOpt.Datasets;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Benchmarks;

/// <summary>
/// How long the embedded reader takes over each problem of a set, on one thread after warm-up, and the memory it then holds. Unlike a
/// benchmark of one text it tells the median and the 95th percentile over problems.
/// </summary>
internal static class ReadingTimes
{
    // The runtime compiles methods well only after they have run some dozens of times, and in the background.
    private const int WarmUpPasses = 10;
    private const int Passes = 5;
    private const double MedianLimit = 5, Percentile95Limit = 25, MemoryLimit = 200;

    /// <summary>Measures and prints.</summary>
    /// <returns>0 when all is within the limits, 1 when not, 3 when the data cannot be read.</returns>
    public static int Run(TextWriter output)
    {
        var folder = DataFolder.Find(Environment.GetEnvironmentVariable(DataFolder.EnvironmentVariable), AppContext.BaseDirectory);
        IReadOnlyList<string> texts = [SampleFormulation.Text];
        if (folder.TryGetValue(out var found))
        {
            var split = Nl4OptLoader.LoadSplit(found, "dev");
            if (!split.IsSuccess)
            {
                output.WriteLine(string.Join("\n", split.Diagnostics));
                return 3;
            }

            texts = [.. split.Value.Problems.Select(problem => problem.Text)];
        }
        else
        {
            output.WriteLine($"{folder.Diagnostics[0]}; one text of our own instead");
        }

        var reader = new EmbeddedReader();
        var sources = texts.Select(Source.Of).ToList();
        for (var pass = 0; pass < WarmUpPasses; pass++)
            foreach (var source in sources) reader.Formulate(source);
        var times = sources.Select(_ => new List<double>()).ToList();
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var index = 0; index < sources.Count; index++)
            {
                var started = Stopwatch.GetTimestamp();
                reader.Formulate(sources[index]);
                times[index].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        var sorted = times.Select(passes => passes.Order().ElementAt(Passes / 2)).Order().ToList();
        var median = sorted[sorted.Count / 2];
        var percentile95 = sorted[(int)Math.Ceiling(0.95 * sorted.Count) - 1];
        var memory = Environment.WorkingSet / (1024.0 * 1024.0);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"problems         {sorted.Count}, each the median of {Passes} readings, one thread"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median           {median:0.00} ms (limit {MedianLimit})"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"95th percentile  {percentile95:0.00} ms (limit {Percentile95Limit})"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest          {sorted[^1]:0.00} ms"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resident memory  {memory:0} MiB (limit {MemoryLimit})"));
        return median <= MedianLimit && percentile95 <= Percentile95Limit && memory <= MemoryLimit ? 0 : 1;
    }
}
