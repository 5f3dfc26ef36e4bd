using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NlOpt.Cli.Screens;
using NlOpt.Modeling;
using NlOpt.Policies.Onnx;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Cli.Commands.Policies;

/// <summary><c>nlopt policy export</c>: a trained decision rule as an ONNX file.</summary>
internal static class PolicyExportCommand
{
    public static Command Make(Terminal terminal, Engines engines)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of a training by tsddr or tsldr with strict targets." };
        var output = new Option<string>("--out") { Description = "The file to write.", HelpName = "FILE.onnx", Required = true };
        var json = SharedOptions.Json();
        var command = new Command("export", "Write a trained decision rule as an ONNX file, which ONNX Runtime runs anywhere.") { folder, output, json };
        command.SetAction(parsed => Run(terminal, engines, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(output), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, Engines engines, string path, string output, bool json)
    {
        var folder = new PolicyFolder(path);
        var read = folder.ReadTraining();
        if (!read.TryGetValue(out var training)) return Refuse(read.Diagnostics);
        var opened = PolicyCase.Open(training.Case, engines);
        if (!opened.TryGetValue(out var subject)) return Refuse(opened.Diagnostics);
        var loaded = folder.Load(training, subject.Problem, engines.StageSolver.Value);
        if (!loaded.TryGetValue(out var policy)) return Refuse(loaded.Diagnostics);
        if (policy is not DecisionRulePolicy { Rule: DecisionRule rule })
        {
            return Refuse([Diagnostic.Error(
                "policy.not-a-rule", $"a policy of the method {training.Method} is made of cuts, which ONNX cannot hold", new DiagnosticLocation(Source: path),
                "export a policy of tsddr or tsldr")]);
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refuse([Diagnostic.Error("onnx.unwritable", error.Message, new DiagnosticLocation(Source: output), "choose another folder")]);
        }

        var written = OnnxExport.Write(output, subject.Problem, rule, training.Seed);
        if (!written.TryGetValue(out var length)) return Refuse(written.Diagnostics);
        if (json)
        {
            JsonOutput.Write(terminal, writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("version", 1);
                writer.WriteString("file", output);
                writer.WriteNumber("length", length);
                writer.WriteString("sha256", PolicyFolder.Sha256(output));
                writer.WriteEndObject();
            });
        }
        else
        {
            var screen = new Screen(terminal.Output);
            screen.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Wrote {output}: {rule.Shape}, {rule.Network.ParameterCount:#,0} parameters, {length:#,0} bytes."));
            screen.Command("Next", $"nlopt policy evaluate {output} --case {training.Case}");
        }

        return ExitCode.Done;

        int Refuse(ImmutableArray<Diagnostic> diagnostics)
        {
            FailureScreen.Show(terminal, diagnostics);
            return ExitCode.Of(diagnostics);
        }
    }
}
