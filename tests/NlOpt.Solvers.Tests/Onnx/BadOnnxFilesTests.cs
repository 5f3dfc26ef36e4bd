using System.Buffers.Binary;
using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Policies.Onnx;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Tsddr.Rules;
using Xunit;

namespace NlOpt.Solvers.Tests.Onnx;

/// <summary>Files are untrusted: whatever is wrong with one ends in a diagnostic.</summary>
public class BadOnnxFilesTests
{
    private const string Scales = "{\"NoiseScale\":[1],\"EndLengths\":[],\"StateScale\":";

    private static readonly MultistageProblem Problem = Rules.Problem("inventory");
    private static readonly DecisionRule Rule = Rules.Make(Problem, "mlp 4");
    private static readonly byte[] Good = OnnxExport.ToBytes(Problem, Rule, Rules.Seed);

    [Fact]
    public void Files_cut_short_anywhere()
    {
        for (var length = 0; length < Good.Length; length += 7)
            CodeOf(Good[..length]).Should().BeOneOf("onnx.unreadable", "onnx.not-a-rule", "onnx.shapes");
    }

    [Property]
    public bool Files_of_any_bytes(byte[] bytes) => !OnnxDecisionRule.Read(bytes ?? [], Problem).IsSuccess;

    [Property(MaxTest = 300)]
    public bool Files_with_one_byte_changed_never_throw(int at, byte to)
    {
        var bytes = Good.ToArray();
        bytes[Math.Abs(at % bytes.Length)] = to;
        var result = OnnxDecisionRule.Read(bytes, Problem);
        if (result.TryGetValue(out var rule)) rule.Dispose();
        return result.IsSuccess || result.Diagnostics.Length > 0;
    }

    [Fact]
    public void A_text_file() => CodeOf("stage,column\n1,2\n"u8.ToArray()).Should().Be("onnx.unreadable");

    [Fact]
    public void A_parameter_that_is_no_number()
    {
        Span<byte> pattern = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(pattern, Rule.Parameters[3]);
        var bytes = Good.ToArray();
        var at = bytes.AsSpan().IndexOf(pattern);
        at.Should().BePositive();
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at), double.NaN);
        CodeOf(bytes).Should().Be("onnx.weights");
    }

    [Fact]
    public void Metadata_that_are_missing() => CodeOf(RuleGraph.Build(Rule, OnnxPrecision.Double).ToModel("1", [])).Should().Be("onnx.not-a-rule");

    [Theory]
    [InlineData("nlopt.network", "mlp 5", "onnx.shapes")]
    [InlineData("nlopt.network", "lstm 4096,4096,4096,4096,4096,4096,4096,4096 head 4096", "onnx.shapes")]
    [InlineData("nlopt.network", "mlp 0", "onnx.not-a-rule")]
    [InlineData("nlopt.fingerprint", "00", "onnx.other-problem")]
    [InlineData("nlopt.format", "decision-rule-2", "onnx.not-a-rule")]
    [InlineData("nlopt.seed", "-1", "onnx.not-a-rule")]
    [InlineData("nlopt.normalisation", "{", "onnx.not-a-rule")]
    [InlineData("nlopt.normalisation", "null", "onnx.not-a-rule")]
    [InlineData("nlopt.normalisation", Scales + "[0],\"SeasonLength\":1,\"StageCount\":1,\"Harmonics\":1}", "onnx.not-a-rule")]
    [InlineData("nlopt.normalisation", Scales + "[1],\"SeasonLength\":9,\"StageCount\":1,\"Harmonics\":9}", "onnx.shapes")]
    [InlineData("nlopt.normalisation", "{\"NoiseScale\":[1],\"EndLengths\":[2,8,24],\"StateScale\":[1],\"SeasonLength\":12,\"StageCount\":2000000000,\"Harmonics\":2}", "onnx.shapes")]
    [InlineData("nlopt.activation", "{\"Stretch\":-1}", "onnx.not-a-rule")]
    public void Metadata_that_make_no_sense(string key, string value, string code)
    {
        var metadata = Metadata().ToDictionary(pair => pair.Key, pair => pair.Value);
        metadata[key] = value;
        CodeOf(RuleGraph.Build(Rule, OnnxPrecision.Double).ToModel("1", metadata)).Should().Be(code);
    }

    [Fact]
    public void A_graph_of_another_shape_under_our_metadata()
    {
        // As many parameters, but the memory of a recurrent network between them.
        var graph = new OnnxGraph("other");
        graph.Constant(RuleGraph.ParameterPrefix + "0", OnnxPrecision.Double, Rule.Parameters.AsSpan(), Rule.Parameters.Length);
        graph.Output(RuleGraph.Fractions, graph.Input(RuleGraph.Previous, 1), 1);
        CodeOf(graph.ToModel("1", Metadata())).Should().Be("onnx.shapes");
    }

    [Fact]
    public void A_policy_for_another_problem() =>
        OnnxDecisionRule.Read(Good, Rules.Problem("production")).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("onnx.other-problem");

    [Fact]
    public void A_file_that_is_missing_or_huge()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        OnnxDecisionRule.Load(path, Problem).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("onnx.unreadable");
        try
        {
            using (var file = File.Create(path)) file.SetLength(1L << 32);
            var huge = OnnxDecisionRule.Load(path, Problem).Diagnostics.Should().ContainSingle().Subject;
            (huge.Code, huge.Location!.Source).Should().Be(("onnx.unreadable", path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to() =>
        OnnxExport.Write("/proc/nowhere/rule.onnx", Problem, Rule, 1).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("onnx.unwritable");

    [Fact]
    public void Rules_that_cannot_be_exported_are_refused()
    {
        var broken = Rule with { Parameters = Rule.Parameters.SetItem(0, double.NaN) };
        var export = () => OnnxExport.ToBytes(Problem, broken, 1);
        export.Should().Throw<ArgumentException>();
    }

    private static IEnumerable<KeyValuePair<string, string>> Metadata() => new RuleDescription(
        Problem.Name, ProblemFingerprint.Of(Problem), Rule.Shape, Rule.Features, Rule.Activation, "{}", 1, "1").ToMetadata();

    private static string CodeOf(byte[] bytes) =>
        OnnxDecisionRule.Read(bytes, Problem, source: "rule.onnx").Diagnostics.Should().ContainSingle().Subject.Code;
}
