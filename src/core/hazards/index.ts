import type { Hazard } from './hazard.ts';
import { J1 } from './javascript/j1.ts';
import { J2 } from './javascript/j2.ts';
import { J3 } from './javascript/j3.ts';
import { J4 } from './javascript/j4.ts';
import { J5 } from './javascript/j5.ts';
import { J6 } from './javascript/j6.ts';
import { J7 } from './javascript/j7.ts';
import { J8 } from './javascript/j8.ts';
import { J9 } from './javascript/j9.ts';
import { J10 } from './javascript/j10.ts';
import { J11 } from './javascript/j11.ts';
import { J12 } from './javascript/j12.ts';
import { J13 } from './javascript/j13.ts';
import { J14 } from './javascript/j14.ts';
import { J15 } from './javascript/j15.ts';
import { J16 } from './javascript/j16.ts';
import { J17 } from './javascript/j17.ts';
import { J18 } from './javascript/j18.ts';
import { J19 } from './javascript/j19.ts';
import { J20 } from './javascript/j20.ts';
import { J21 } from './javascript/j21.ts';
import { J22 } from './javascript/j22.ts';
import { J70 } from './javascript/j70.ts';
import { J71 } from './javascript/j71.ts';
import { J72 } from './javascript/j72.ts';
import { J73 } from './javascript/j73.ts';
import { J80 } from './javascript/j80.ts';
import { J81 } from './javascript/j81.ts';
import { J82 } from './javascript/j82.ts';
import { J83 } from './javascript/j83.ts';
import { J84 } from './javascript/j84.ts';
import { J85 } from './javascript/j85.ts';
import { J86 } from './javascript/j86.ts';
import { J87 } from './javascript/j87.ts';
import { J88 } from './javascript/j88.ts';
import { J89 } from './javascript/j89.ts';
import { J90 } from './javascript/j90.ts';
import { J91 } from './javascript/j91.ts';
import { J92 } from './javascript/j92.ts';
import { J93 } from './javascript/j93.ts';
import { J94 } from './javascript/j94.ts';
import { J95 } from './javascript/j95.ts';
import { M1 } from './planner/m1.ts';
import { M2 } from './planner/m2.ts';
import { M3 } from './planner/m3.ts';
import { M4 } from './planner/m4.ts';
import { M5 } from './planner/m5.ts';
import { M6 } from './planner/m6.ts';
import { N1 } from './planner/n1.ts';
import { N2 } from './planner/n2.ts';
import { P1 } from './planner/p1.ts';
import { P2 } from './planner/p2.ts';
import { P3 } from './planner/p3.ts';
import { P4 } from './planner/p4.ts';
import { H1 } from './python/h1.ts';
import { H2 } from './python/h2.ts';
import { H3 } from './python/h3.ts';
import { H4 } from './python/h4.ts';
import { H5 } from './python/h5.ts';
import { H6 } from './python/h6.ts';
import { H7 } from './python/h7.ts';
import { H8 } from './python/h8.ts';
import { H9 } from './python/h9.ts';
import { H10 } from './python/h10.ts';
import { H11 } from './python/h11.ts';
import { H12 } from './python/h12.ts';
import { H13 } from './python/h13.ts';
import { H14 } from './python/h14.ts';
import { H15 } from './python/h15.ts';
import { H16 } from './python/h16.ts';
import { H17 } from './python/h17.ts';
import { H18 } from './python/h18.ts';
import { H19 } from './python/h19.ts';
import { H20 } from './python/h20.ts';
import { H21 } from './python/h21.ts';
import { H22 } from './python/h22.ts';
import { H23 } from './python/h23.ts';
import { H24 } from './python/h24.ts';
import { H25 } from './python/h25.ts';
import { H26 } from './python/h26.ts';
import { H27 } from './python/h27.ts';
import { H28 } from './python/h28.ts';
import { H29 } from './python/h29.ts';
import { H30 } from './python/h30.ts';
import { H31 } from './python/h31.ts';
import { H32 } from './python/h32.ts';
import { H33 } from './python/h33.ts';
import { H34 } from './python/h34.ts';
import { H35 } from './python/h35.ts';
import { H36 } from './python/h36.ts';
import { H37 } from './python/h37.ts';
import { H38 } from './python/h38.ts';
import { H70 } from './python/h70.ts';
import { H71 } from './python/h71.ts';
import { H72 } from './python/h72.ts';
import { H82 } from './python/h82.ts';
import { H83 } from './python/h83.ts';
import { H84 } from './python/h84.ts';
import { H85 } from './python/h85.ts';
import { H86 } from './python/h86.ts';
import { H87 } from './python/h87.ts';
import { H88 } from './python/h88.ts';
import { H89 } from './python/h89.ts';
import { H90 } from './python/h90.ts';
import { H91 } from './python/h91.ts';
import { H92 } from './python/h92.ts';
import { R1 } from './rust/r1.ts';
import { R2 } from './rust/r2.ts';
import { R3 } from './rust/r3.ts';
import { R4 } from './rust/r4.ts';
import { R5 } from './rust/r5.ts';
import { R6 } from './rust/r6.ts';
import { R7 } from './rust/r7.ts';
import { R8 } from './rust/r8.ts';
import { R9 } from './rust/r9.ts';
import { R10 } from './rust/r10.ts';
import { R11 } from './rust/r11.ts';
import { R12 } from './rust/r12.ts';
import { R13 } from './rust/r13.ts';
import { R14 } from './rust/r14.ts';
import { R15 } from './rust/r15.ts';
import { R16 } from './rust/r16.ts';
import { R17 } from './rust/r17.ts';
import { R18 } from './rust/r18.ts';
import { R19 } from './rust/r19.ts';
import { R20 } from './rust/r20.ts';
import { R21 } from './rust/r21.ts';
import { R22 } from './rust/r22.ts';
import { R23 } from './rust/r23.ts';
import { R24 } from './rust/r24.ts';
import { R25 } from './rust/r25.ts';
import { R26 } from './rust/r26.ts';
import { R27 } from './rust/r27.ts';
import { R28 } from './rust/r28.ts';
import { R29 } from './rust/r29.ts';
import { R30 } from './rust/r30.ts';
import { R31 } from './rust/r31.ts';
import { R32 } from './rust/r32.ts';
import { R33 } from './rust/r33.ts';
import { R34 } from './rust/r34.ts';
import { R35 } from './rust/r35.ts';
import { R36 } from './rust/r36.ts';
import { R37 } from './rust/r37.ts';
import { R38 } from './rust/r38.ts';
import { R39 } from './rust/r39.ts';
import { R40 } from './rust/r40.ts';
import { R41 } from './rust/r41.ts';
import { R42 } from './rust/r42.ts';
import { R43 } from './rust/r43.ts';
import { R44 } from './rust/r44.ts';
import { R45 } from './rust/r45.ts';
import { R46 } from './rust/r46.ts';
import { R47 } from './rust/r47.ts';
import { R48 } from './rust/r48.ts';
import { R49 } from './rust/r49.ts';
import { R50 } from './rust/r50.ts';
import { R51 } from './rust/r51.ts';
import { R52 } from './rust/r52.ts';
import { R53 } from './rust/r53.ts';
import { R54 } from './rust/r54.ts';
import { R55 } from './rust/r55.ts';
import { R56 } from './rust/r56.ts';
import { R57 } from './rust/r57.ts';
import { R58 } from './rust/r58.ts';
import { R60 } from './rust/r60.ts';
import { R80 } from './rust/r80.ts';
import { R81 } from './rust/r81.ts';
import { R90 } from './rust/r90.ts';
import { R91 } from './rust/r91.ts';
import { R92 } from './rust/r92.ts';
import { R93 } from './rust/r93.ts';
import { R94 } from './rust/r94.ts';

/** Every hazard, language by language, in the order of their numbers. */
export const HAZARDS = [
  M1,
  M2,
  M3,
  M4,
  M5,
  M6,
  R1,
  R2,
  R3,
  R4,
  R5,
  R6,
  R7,
  R8,
  R9,
  R10,
  R11,
  R12,
  R13,
  R14,
  R15,
  R16,
  R17,
  R18,
  R19,
  R20,
  R21,
  R22,
  R23,
  R24,
  R25,
  R26,
  R27,
  R28,
  R29,
  R30,
  R31,
  R32,
  R33,
  R34,
  R35,
  R36,
  R37,
  R38,
  R39,
  R40,
  R41,
  R42,
  R43,
  R44,
  R45,
  R46,
  R47,
  R48,
  R49,
  R50,
  R51,
  R52,
  R53,
  R54,
  R55,
  R56,
  R57,
  R58,
  R60,
  R80,
  R81,
  R90,
  R91,
  R92,
  R93,
  R94,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  H7,
  H8,
  H9,
  H10,
  H11,
  H12,
  H13,
  H14,
  H15,
  H16,
  H17,
  H18,
  H19,
  H20,
  H21,
  H22,
  H23,
  H24,
  H25,
  H26,
  H27,
  H28,
  H29,
  H30,
  H31,
  H32,
  H33,
  H34,
  H35,
  H36,
  H37,
  H38,
  H70,
  H71,
  H72,
  H82,
  H83,
  H84,
  H85,
  H86,
  H87,
  H88,
  H89,
  H90,
  H91,
  H92,
  J1,
  J2,
  J3,
  J4,
  J5,
  J6,
  J7,
  J8,
  J9,
  J10,
  J11,
  J12,
  J13,
  J14,
  J15,
  J16,
  J17,
  J18,
  J19,
  J20,
  J21,
  J22,
  J70,
  J71,
  J72,
  J73,
  J80,
  J81,
  J82,
  J83,
  J84,
  J85,
  J86,
  J87,
  J88,
  J89,
  J90,
  J91,
  J92,
  J93,
  J94,
  J95,
  P1,
  P2,
  P3,
  P4,
  N1,
  N2,
] as const;

export type HazardId = (typeof HAZARDS)[number]['id'];

/** Its data; ids come from the type, so that an unknown one cannot be asked for. */
export const hazardOf = (id: HazardId): Hazard => HAZARDS.find((one) => one.id === id)!;
