namespace NlOpt.Evaluation.Policies;

/// <summary>How long a simulation took.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="Threads">Scenarios simulated side by side at most.</param>
/// <param name="Programs">Linear programs solved: one a stage and scenario, or one a scenario for perfect foresight.</param>
/// <param name="MillisecondsPerProgram">Time of one thread for one program, making models and reading answers included; null when none was solved.</param>
public sealed record SimulationTiming(double Seconds, int Threads, int Programs, double? MillisecondsPerProgram);
