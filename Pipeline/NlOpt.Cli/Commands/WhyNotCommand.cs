using System.CommandLine;
using NlOpt.Cli.Screens;
using NlOpt.Pipeline.Diagnosis;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt why-not</c>: what stands against more of a thing, or what it would cost.</summary>
internal static class WhyNotCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var name = new Argument<string>("NAME") { Description = "The thing of which there should be more, by its name in the problem." };
        var amount = new Option<double?>("--amount")
        {
            Description = "How much there should be at least. Default: one more, or a tenth more of what is measured.",
            HelpName = "NUMBER",
        };
        SharedOptions.RequireNumber(amount, number => number is >= 0 and < 1e15, "a number from 0 on");
        var shared = new ReasonOptions();
        var command = new Command("why-not", "Say why the plan has not more of a thing: the rules that stop it, or what it would cost.") { name, amount };
        shared.AddTo(command);
        command.SetAction(parsed => Run(
            new ReasonGiving(terminal, engines, shared.Of(parsed)), parsed.GetRequiredValue(name), parsed.GetValue(amount), cancellationToken));
        return command;
    }

    private static int Run(ReasonGiving giving, string name, double? amount, CancellationToken cancellationToken)
    {
        var read = giving.Read(cancellationToken);
        if (!read.TryGetValue(out var formulation)) return giving.Refuse(read);
        var named = ChangeText.VariableOf(name, formulation);
        if (!named.TryGetValue(out var variable)) return giving.Refuse(named);
        var asked = giving.Finder.WhyNotMore(formulation, variable, amount, cancellationToken);
        if (!asked.TryGetValue(out var outcome)) return giving.Refuse(asked);
        return giving.Answer(
            ReasonGiving.ExitCodeOf(outcome.WhatIf.After), screen => Show(screen, outcome), writer => DiagnosisJson.Write(writer, outcome));
    }

    private static void Show(Screen screen, WhyNotOutcome outcome)
    {
        screen.Heading("As things are");
        screen.Paragraph(outcome.WhatIf.Before.Summary);
        screen.Gap();
        screen.Heading("Why not more");
        screen.Paragraph(outcome.Text, Screen.Strong);
    }
}
