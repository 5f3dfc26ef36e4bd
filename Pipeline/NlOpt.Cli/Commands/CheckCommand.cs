using System.CommandLine;
using NlOpt.Cli.Screens;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Pipeline.Diagnosis;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt check</c>: whether a plan of the user would be all right, rule by rule.</summary>
internal static class CheckCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var amounts = new Argument<string[]>("NAME=AMOUNT")
        {
            Description = "The plan, one amount each, such as chairs=10; things that are not named have none.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var shared = new ReasonOptions();
        var command = new Command("check", "Say whether a plan of yours would be all right, and by how much it misses each rule.") { amounts };
        shared.AddTo(command);
        command.SetAction(parsed => Run(new ReasonGiving(terminal, engines, shared.Of(parsed)), parsed.GetValue(amounts) ?? [], cancellationToken));
        return command;
    }

    private static int Run(ReasonGiving giving, string[] phrases, CancellationToken cancellationToken)
    {
        var read = giving.Read(cancellationToken);
        if (!read.TryGetValue(out var formulation)) return giving.Refuse(read);
        var plan = new double[formulation.Variables.Length];
        foreach (var phrase in phrases)
        {
            var sign = phrase.LastIndexOf('=');
            if (sign < 0 || ChangeText.NumberOf(phrase[(sign + 1)..].Trim()) is not { } amount)
            {
                return giving.Refuse(Result.Failure<PlanVerdict>(Diagnostic.Error(
                    "change.unreadable", $"“{phrase}” is no amount of a thing", remedy: "write for example chairs=10")));
            }

            var named = ChangeText.VariableOf(phrase[..sign], formulation);
            if (!named.TryGetValue(out var variable)) return giving.Refuse(named);
            plan[variable.Index] = amount;
        }

        var checking = giving.Finder.Check(formulation, plan);
        if (!checking.TryGetValue(out var verdict)) return giving.Refuse(checking);
        return giving.Answer(
            verdict.IsFine ? ExitCode.Done : ExitCode.AnswerIsNo,
            screen => Show(screen, verdict, plan, formulation),
            writer => DiagnosisJson.Write(writer, verdict));
    }

    private static void Show(Screen screen, PlanVerdict verdict, double[] plan, ProblemFormulation formulation)
    {
        screen.Heading("Your plan");
        screen.Paragraph(PlainSentence.List(formulation.Variables.Select(variable => PlainSentence.OfAmount(variable, plan[variable.Id.Index]))));
        screen.Paragraph(verdict.IsFine ? verdict.Text : "That would not be all right.", verdict.IsFine ? Screen.Good : Screen.Bad);
        foreach (var bad in verdict.BadAmounts) screen.Paragraph(char.ToUpperInvariant(bad[0]) + bad[1..] + ".", Screen.Bad);
        if (verdict.Statements.IsEmpty) return;
        screen.Gap();
        screen.Heading("Each rule");
        screen.Columns(verdict.Statements.Select(statement => (IRenderable[])
        [
            Screen.Words(statement.IsMet ? "✓" : "✗", statement.IsMet ? Screen.Good : Screen.Bad),
            Screen.Words($"Rule {statement.Index + 1}"),
            Screen.Stack([Screen.Words(PlainSentence.Of(statement.Statement, formulation), Screen.Strong), Screen.Words(statement.Text)]),
        ]));
    }
}
