using BenchmarkDotNet.Attributes;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Benchmarks;

/// <summary>The embedded reader on one problem of the usual length; <c>reading</c> measures a whole data set.</summary>
[MemoryDiagnoser]
public class ReadingBenchmark
{
    private readonly EmbeddedReader _reader = new();
    private readonly Source _source = Source.Of(SampleFormulation.Text);

    /// <summary>Text to formulation.</summary>
    [Benchmark]
    public Result<Reading> Read() => _reader.Formulate(_source);
}
