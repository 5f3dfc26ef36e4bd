using System.Collections.Immutable;
using NlOpt.Cli.Screens;
using NlOpt.Dialogue.Conversation;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Pipeline;

namespace NlOpt.Cli.Chat;

/// <summary>Answers the commands of a conversation that do not change it.</summary>
internal sealed class ChatAnswers(Terminal terminal, Screen screen, ChatSession session, PlanReasons reasons)
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private ProblemFormulation? _answered;

    /// <summary>The plan that was found last and still answers the problem; null where there is none.</summary>
    public Solution? Solution
    {
        get => ReferenceEquals(_answered, session.Formulation) ? field : null;
        private set => (_answered, field) = (session.Formulation, value);
    }

    /// <summary>The exit code of the last answer: of the plan, or of a conversation that came to nothing; null while there is none.</summary>
    public int? ExitCode => session.End == DialogueEnd.GivenUp
        ? Cli.ExitCode.AnswerIsNo
        : Solution is { } solution
            ? OutcomeWords.ExitCodeOf(solution.Result.Termination, !solution.Plan.IsEmpty, QuestionScreen.IsOpen(solution.Questions))
            : null;

    /// <summary>Follows a command.</summary>
    public void Follow(ChatOrder order, CancellationToken cancellationToken)
    {
        switch (order)
        {
            case ChatOrder.Plain(ChatCommandName.Help):
                ChatScreen.Help(screen);
                break;
            case ChatOrder.Plain(ChatCommandName.Model):
                if (Lower() is { } lowered) ChatScreen.Algebra(screen, lowered.Model);
                break;
            case ChatOrder.Plain(ChatCommandName.Solve):
                Solve(withFormulation: true, cancellationToken);
                break;
            case ChatOrder.Plain(ChatCommandName.Why):
                Why(cancellationToken);
                break;
            case ChatOrder.WhatIf(var changes):
                WhatIf(changes, cancellationToken);
                break;
            case ChatOrder.Save(var path):
                Write(path, full => ChatFile.Write(full, session.Saved));
                break;
            case ChatOrder.Export(var format, var path):
                if (Lower() is { } model) Write(path, full => TextFile(full, ModelText.Of(model.Model, format)));
                break;
            case ChatOrder.Refused(var reason):
                Complain(reason);
                break;
            case ChatOrder.Nothing:
                break;
            default:
                throw new ArgumentException($"The order {order.GetType().Name} is not one to answer.", nameof(order));
        }
    }

    /// <summary>Shows the plan where the summary was accepted.</summary>
    public void Settle(CancellationToken cancellationToken)
    {
        if (session.End == DialogueEnd.Accepted) Solve(withFormulation: false, cancellationToken);
    }

    /// <summary>Says why something cannot be done.</summary>
    public void Complain(string reason)
    {
        terminal.Writer.Flush();
        FailureScreen.Say(terminal, reason);
    }

    /// <inheritdoc cref="Complain(string)"/>
    public void Complain(ImmutableArray<Diagnostic> findings)
    {
        terminal.Writer.Flush();
        FailureScreen.Show(terminal, findings);
    }

    private void Solve(bool withFormulation, CancellationToken cancellationToken)
    {
        if (Plan(cancellationToken) is not { } solution) return;
        if (withFormulation) FormulationScreen.Show(screen, solution.Lowered, explain: false);
        PlanScreen.Show(screen, solution, reasons.Conflicts(solution, cancellationToken), "/why says what more of each would bring");
        QuestionScreen.Show(screen, solution);
    }

    private void Why(CancellationToken cancellationToken)
    {
        if (Plan(cancellationToken) is not { } solution) return;
        if (reasons.Conflicts(solution, cancellationToken) is { } conflicts)
        {
            screen.Heading("Why there is no plan");
            ConflictScreen.Show(screen, solution.Formulation, conflicts);
            return;
        }

        if (solution.Plan.IsEmpty)
        {
            screen.Heading("Why there is no plan");
            screen.Paragraph(solution.Summary, Screen.Strong);
            var missing = reasons.Missing(solution, cancellationToken);
            if (!missing.TryGetValue(out var growths)) Complain(missing.Diagnostics);
            else foreach (var growth in growths) screen.Paragraph(growth.Text);
            return;
        }

        var worth = reasons.Worth(solution, cancellationToken);
        if (worth.TryGetValue(out var worths)) ChatScreen.Reasons(screen, solution, worths);
        else Complain(worth.Diagnostics);
    }

    private void WhatIf(IReadOnlyList<string> changes, CancellationToken cancellationToken)
    {
        if (Plan(cancellationToken) is not { } solution) return;
        var tried = reasons.WhatIf(solution, changes, cancellationToken);
        if (tried.TryGetValue(out var outcome)) ChatScreen.WhatIf(screen, outcome, reasons.Conflicts(outcome.After, cancellationToken));
        else Complain(tried.Diagnostics);
    }

    private Solution? Plan(CancellationToken cancellationToken)
    {
        if (Formulation() is not { } formulation) return null;
        var solved = reasons.Solve(formulation, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        Complain(solved.Diagnostics);
        return Solution = solved.TryGetValue(out var solution) ? solution : null;
    }

    private LoweredModel? Lower()
    {
        if (Formulation() is not { } formulation) return null;
        var lowered = Lowering.Lower(formulation, new LoweringOptions());
        Complain(lowered.Diagnostics);
        return lowered.TryGetValue(out var model) ? model : null;
    }

    private ProblemFormulation? Formulation()
    {
        if (session.Formulation is { } formulation) return formulation;
        Complain(session.HasSummary
            ? "what was summed up could not be read as a problem: say it in other words"
            : "there is no problem yet: answer the question first");
        return null;
    }

    /// <summary>Writes a file, but never over one that is not of this conversation.</summary>
    private void Write(string path, Func<string, Result<string>> write)
    {
        var target = UserPath.Of(path);
        if (Path.Exists(target) && !_written.Contains(Path.GetFullPath(target)))
        {
            Complain($"{target} exists already and is not of this conversation; choose another name");
            return;
        }

        var written = write(target);
        if (!written.TryGetValue(out var full))
        {
            Complain(written.Diagnostics);
            return;
        }

        _written.Add(full);
        Complain($"wrote {full}");
    }

    private static Result<string> TextFile(string path, string text)
    {
        try
        {
            return Evaluation.ReportFile.Write(path, text);
        }
        catch (ArgumentException error)
        {
            return Result.Failure<string>(Diagnostic.Error(
                "output.unwritable", $"it cannot be written: {error.Message}", new DiagnosticLocation(Source: path)));
        }
    }
}
