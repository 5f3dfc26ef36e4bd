using BenchmarkDotNet.Attributes;
using NlOpt.Modeling;

namespace NlOpt.Benchmarks;

/// <summary>Reading and writing a model of 200 rows and 300 variables in each format.</summary>
[MemoryDiagnoser]
public class FormatBenchmark
{
    private Model _model = null!;
    private ModelFormat _format = null!;
    private string _text = "";

    /// <summary>Name of the format.</summary>
    [Params("lp", "mps", "json")]
    public string Format { get; set; } = "";

    /// <summary>Makes the model and its text.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        var builder = new ModelBuilder("benchmark");
        var variables = Enumerable.Range(0, 300)
            .Select(index => builder.AddVariable($"x{index}", index % 3 == 0 ? VariableKind.Integer : VariableKind.Continuous))
            .ToList();
        for (var row = 0; row < 200; row++)
        {
            var terms = variables.Where(_ => random.Next(10) == 0).Select(variable => new Term(variable, random.Next(1, 100) / 4.0));
            builder.AddRow(LinearExpression.Of(terms), null, random.Next(100, 1000));
        }

        builder.SetObjective(ObjectiveSense.Maximize, LinearExpression.Of(variables.Select(variable => new Term(variable, random.Next(1, 20)))));
        _model = builder.Build();
        _format = ModelFormat.All.Single(format => format.Name == Format);
        _text = _format.Write(_model);
    }

    /// <summary>Text to model.</summary>
    [Benchmark]
    public Model Read() => _format.Read(_text).Value;

    /// <summary>Model to text.</summary>
    [Benchmark]
    public string Write() => _format.Write(_model);
}
