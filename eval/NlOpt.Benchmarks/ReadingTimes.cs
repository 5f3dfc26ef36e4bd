using System.Diagnostics;
using System.Globalization;
using NlOpt.Datasets;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Benchmarks;

/// <summary>
/// How long the embedded reader takes over each problem of a set, on one thread: the first text of the process, the first pass over all
/// and, once passes no longer get faster, the median and the 95th percentile over problems; and the memory it then holds.
/// </summary>
internal static class ReadingTimes
{
    // The runtime compiles methods well only after they have run some dozens of times, and in the background: passes are made until several
    // in a row were not faster than the fastest before them.
    private const int SteadyPasses = 5, MostWarmUpPasses = 60;
    private const double Faster = 0.98;
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
        var first = Pass(reader, sources);
        var warmUpPasses = WarmUp(reader, sources);
        var passes = Enumerable.Range(0, Passes).Select(_ => Pass(reader, sources)).ToList();
        var sorted = sources.Select((_, index) => Median(passes.Select(pass => pass[index]))).Order().ToList();
        var (median, percentile95) = (Median(sorted), sorted[(int)Math.Ceiling(0.95 * sorted.Count) - 1]);
        var memory = Environment.WorkingSet / (1024.0 * 1024.0);
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"first reading    {first[0]:0} ms, the runtime's compiling of the reader included"),
            string.Create(CultureInfo.InvariantCulture, $"first pass       {Median(first):0.00} ms in the median"),
            string.Create(CultureInfo.InvariantCulture, $"problems         {sorted.Count}, each the median of {Passes} readings after {warmUpPasses} passes of warm-up, one thread"),
            string.Create(CultureInfo.InvariantCulture, $"median           {median:0.00} ms (limit {MedianLimit})"),
            string.Create(CultureInfo.InvariantCulture, $"95th percentile  {percentile95:0.00} ms (limit {Percentile95Limit})"),
            string.Create(CultureInfo.InvariantCulture, $"slowest          {sorted[^1]:0.00} ms"),
            string.Create(CultureInfo.InvariantCulture, $"resident memory  {memory:0} MiB (limit {MemoryLimit})"),
        ];
        foreach (var line in lines) output.WriteLine(line);
        return median <= MedianLimit && percentile95 <= Percentile95Limit && memory <= MemoryLimit ? 0 : 1;
    }
    private static int WarmUp(EmbeddedReader reader, List<Source> sources)
    {
        var (fastest, steady, passes) = (double.PositiveInfinity, 0, 0);
        for (; steady < SteadyPasses && passes < MostWarmUpPasses; passes++)
        {
            var time = Pass(reader, sources).Sum();
            steady = time < Faster * fastest ? 0 : steady + 1;
            fastest = Math.Min(fastest, time);
        }

        return passes;
    }

    private static double[] Pass(EmbeddedReader reader, List<Source> sources)
    {
        var times = new double[sources.Count];
        for (var index = 0; index < times.Length; index++)
        {
            var started = Stopwatch.GetTimestamp();
            reader.Formulate(sources[index]);
            times[index] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        return times;
    }

    private static double Median(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
